package io.limn.task;

import io.limn.common.testing.HouseRules;

class HouseRulesTest extends HouseRules {}
