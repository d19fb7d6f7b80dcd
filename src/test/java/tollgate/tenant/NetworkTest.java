package tollgate.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkTest {

  @ParameterizedTest(name = "{0} has {1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          203.0.113.0/24     | 203.0.113.0            | true
          203.0.113.0/24     | 203.0.113.255          | true
          203.0.113.0/24     | 203.0.114.0            | false
          203.0.113.0/24     | 203.0.112.255          | false
          203.0.113.7        | 203.0.113.7            | true
          203.0.113.7        | 203.0.113.8            | false
          203.0.113.7/32     | 203.0.113.7            | true
          0.0.0.0/0          | 255.255.255.255        | true
          0.0.0.0/0          | ::1                    | false
          128.0.0.0/1        | 200.1.1.1              | true
          128.0.0.0/1        | 127.255.255.255        | false
          ::/0               | 2001:db8::1            | true
          ::/0               | 203.0.113.7            | false
          2001:db8::/32      | 2001:db8:ffff::1       | true
          2001:db8::/32      | 2001:db9::1            | false
          2001:db8::1        | 2001:0DB8:0:0:0:0:0:1  | true
          203.0.113.0/24     | ::ffff:203.0.113.9     | true
          203.0.113.0/24     | ::ffff:cb00:7109       | true
          ::ffff:203.0.113.7 | 203.0.113.7            | true
          1:2:3:4:5:6:7:8    | 1:2:3:4:5:6:7:8        | true
          1:2:3:4:5:6:7::    | 1:2:3:4:5:6:7:0        | true
          0.0.0.0/0          | 1.2.3                  | false
          0.0.0.0/0          | 01.2.3.4               | false
          0.0.0.0/0          | 1.2.3.256              | false
          0.0.0.0/0          | localhost              | false
          0.0.0.0/0          | ''                     | false
          ::/0               | 1:2:3:4:5:6:7          | false
          ::/0               | 1:2:3:4:5:6:7:8:9      | false
          ::/0               | 1::2::3                | false
          ::/0               | :::                    | false
          ::/0               | 12345::                | false
          ::/0               | 1:2:3:4:5:6:7::8       | false
          ::/0               | fe80::1%eth0           | false
          """)
  void contains(String network, String address, boolean is) {
    assertThat(Network.parse(network).contains(address)).isEqualTo(is);
    assertThat(Network.parse(network)).hasToString(network);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          203.0.113.1/24      | has bits beyond its first 24
          2001:db8::1/32      | has bits beyond its first 32
          203.0.113.0/33      | must be a network
          203.0.113.0/-1      | must be a network
          203.0.113.0/        | must be a network
          203.0.113.0/24/24   | must be a network
          ::/129              | must be a network
          pay.example         | must be a network
          *                   | must be a network
          ''                  | must be a network
          """)
  void isNone(String text, String why) {
    assertThatThrownBy(() -> Network.parse(text)).hasMessageContaining(why);
  }
}
