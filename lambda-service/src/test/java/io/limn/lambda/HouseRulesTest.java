package io.limn.lambda;

import io.limn.common.testing.HouseRules;

class HouseRulesTest extends HouseRules {}
