package io.limn.lambda;

import io.limn.common.testing.ContractWalk;

class ContractTest extends ContractWalk {}
