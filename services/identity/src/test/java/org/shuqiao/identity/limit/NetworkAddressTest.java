package org.shuqiao.identity.limit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NetworkAddressTest {
    @Test
    void countsTheNetworkOfOneCustomerAsOne() {
        assertThat(NetworkAddress.counted("2001:db8:1:2:3:4:5:6"))
                .isEqualTo(NetworkAddress.counted("2001:db8:1:2::1"))
                .isNotEqualTo(NetworkAddress.counted("2001:db8:1:3::1"));
    }

    @Test
    void countsEachOldAddressForItself() {
        assertThat(NetworkAddress.counted("192.0.2.1")).isNotEqualTo(NetworkAddress.counted("192.0.2.2"));
        assertThat(NetworkAddress.counted("::ffff:192.0.2.1")).isEqualTo(NetworkAddress.counted("192.0.2.1"));
    }
}
