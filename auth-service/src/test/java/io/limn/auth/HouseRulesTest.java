package io.limn.auth;

import io.limn.common.testing.HouseRules;

class HouseRulesTest extends HouseRules {}
