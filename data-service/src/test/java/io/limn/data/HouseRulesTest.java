package io.limn.data;

import io.limn.common.testing.HouseRules;

class HouseRulesTest extends HouseRules {}
