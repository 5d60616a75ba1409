package org.hikeshi.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PortsTest {
    @Test
    void noPortIsGivenTwiceNorOneThatAnOutgoingConnectionMayTake() {
        List<Integer> ports = Stream.generate(Ports::free).limit(300).toList();
        assertThat(ports).doesNotHaveDuplicates().allMatch(port -> port > 1024 && port < 32_768);
    }

    @Test
    void aPortThatSomebodyHoldsIsNotFree() throws Exception {
        int port = Ports.free();
        assertThat(Ports.isFree(port)).isTrue();
        try (var holder = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThat(holder.isBound()).isTrue();
            assertThat(Ports.isFree(port)).isFalse();
        }
    }
}
