package org.hikeshi.events;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelNameTest {

    @ParameterizedTest
    @CsvSource({
        "Edge gateway, EG-100, Edge gateway EG-100",
        "Edge gateway EG-100, EG-100, Edge gateway EG-100",
        "EG-100 エッジ装置, EG-100, EG-100 エッジ装置",
        "Edge gateway EG, EG-100, Edge gateway EG-100",
        "Edge gateway E, EG-100, Edge gateway E EG-100",
        "EG, EG-100, EG-100",
        "メーター（EM-21）, EM-21, メーター（EM-21）",
        "Edge gateway EG-1000, EG-100, Edge gateway EG-1000 EG-100",
        "Edge gateway EG-100, EG-100-W, Edge gateway EG-100-W",
        "メーター(EM-20・EM-21), EM-21, メーター(EM-20・EM-21)",
        "Edge gateway EG-100, '', Edge gateway EG-100",
        "'', EG-100, EG-100",
    })
    void isNotSaidTwice(String product, String model, String called) {
        assertThat(ModelName.called(product, model)).isEqualTo(called);
    }
}
