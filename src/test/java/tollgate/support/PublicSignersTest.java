package tollgate.support;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tollgate.json.Json;
import tollgate.json.JsonReader;
import tollgate.json.JsonRefused;
import tollgate.json.Limits;

class PublicSignersTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0007',
      textBlock =
          """
          {"a":"x","b":1,"c":true,"d":[],"signature":"s"}    |
          {"date":"2026-03-02T09:15:07+0000","day":"2026-3"} |
          {"a":9007199254740991}                             |
          {"a":[1,2,3,4,5,6,7,8,9,10]}                       |
          {"addr":1,"addrs":2,"k_1":1,"k":2}                 |
          {"a":{"b":null}}                                   | /a/b is null
          {"a":1.5}                                          | /a is no integer below 2^53
          {"a":9007199254740992}                             | /a is no integer below 2^53
          {"a":[1,2,3,4,5,6,7,8,9,10,11]}                    | /a has more than 10 items
          {"a":[{"signature":1}]}                            | /a/0 has a member signature
          {"frame_mode":1}                                   | / has a member frame_mode
          {"addr":1,"addr2":2}                               | / has siblings that SDKs sort apart: addr addr2
          {"k":1,"k-x":2}                                    | / has siblings that SDKs sort apart: k k-x
          {"a:b":1}                                          | / has a name with : or ;
          {"a":"x;y"}                                        | /a contains a semicolon
          {"a":"2026-03-02T09:15:07Z"}                       | /a is a date of another format
          {"a":"2026-03-02 09:15:07"}                        | /a is a date of another format
          """)
  void complains(String message, String complaint) throws JsonRefused {
    var object = (Json.Obj) JsonReader.read(message.getBytes(UTF_8), Limits.MESSAGE);

    var complaints = PublicSigners.complaints(object);

    if (complaint == null) assertThat(complaints).isEmpty();
    else assertThat(complaints).containsExactly(complaint);
  }
}
