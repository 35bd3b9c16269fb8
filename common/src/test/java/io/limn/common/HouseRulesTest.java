package io.limn.common;

import io.limn.common.testing.HouseRules;

class HouseRulesTest extends HouseRules {}
