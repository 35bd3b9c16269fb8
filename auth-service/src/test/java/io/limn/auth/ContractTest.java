package io.limn.auth;

import io.limn.common.testing.ContractWalk;

class ContractTest extends ContractWalk {}
