package org.shuqiao.gateway;

import reactor.blockhound.BlockHound;
import reactor.blockhound.integration.BlockHoundIntegration;

/**
 * Netty's adaptive allocator takes a lock for the moment in which it grows, on event loops and on purpose. An error
 * thrown there loses the event that was being handled: a request without an end, but only under BlockHound.
 */
public final class NettyBufferLocks implements BlockHoundIntegration {

    @Override
    public void applyTo(BlockHound.Builder hound) {
        String allocator = "io.netty.buffer.AdaptivePoolingAllocator";
        hound.allowBlockingCallsInside(allocator, "allocate")
                .allowBlockingCallsInside(allocator + "$MagazineGroup", "allocate")
                .allowBlockingCallsInside(allocator + "$MagazineGroup", "tryExpandMagazines")
                .allowBlockingCallsInside(allocator + "$Magazine", "free")
                .allowBlockingCallsInside(allocator + "$AdaptiveByteBuf", "deallocate");
    }
}
