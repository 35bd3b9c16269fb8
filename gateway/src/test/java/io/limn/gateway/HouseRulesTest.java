package io.limn.gateway;

import io.limn.common.testing.HouseRules;

class HouseRulesTest extends HouseRules {}
