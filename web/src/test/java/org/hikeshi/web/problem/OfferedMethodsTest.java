package org.hikeshi.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OfferedMethodsTest {

    @ParameterizedTest
    @CsvSource({
        "/api/v1/reports/, /api/v1/reports, true",
        "/api/v1/reports/, /api/v1/reports/, true",
        "/api/v1/reports/, /api/v1/reports/R-1, false",
        "/api/v1/reports/{code}/messages, /api/v1/reports/R-1/messages, true",
        "/api/v1/reports/{code}/messages, /api/v1/reports/R-1/x/messages, false",
        "//reviews/{kind: technical|qa|legal}, /reviews/qa, true",
        "//reviews/{kind: technical|qa|legal}, /reviews/ciso, false",
        "'/a/{action:[0-9]{1,9}}/b', /a/12/b, true",
        "'/a/{action:[0-9]{1,9}}/b', /a/x/b, false",
        "/feeds/{file: .+}, /feeds/a/b.atom, true",
        "/a.b, /axb, false",
    })
    void anAddressIsReadAsTheFrameworkReadsIt(String template, String path, boolean meant) {
        assertThat(OfferedMethods.address(template).matcher(path).matches()).isEqualTo(meant);
    }
}
