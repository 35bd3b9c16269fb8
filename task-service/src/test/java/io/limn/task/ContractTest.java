package io.limn.task;

import io.limn.common.testing.ContractWalk;

class ContractTest extends ContractWalk {}
