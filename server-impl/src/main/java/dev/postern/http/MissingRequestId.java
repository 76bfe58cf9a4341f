package dev.postern.http;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpResponse;
import jakarta.inject.Singleton;

/** Gives an id to answers that no filter sees, because what was sent could not be read as a request. */
@Singleton
class MissingRequestId implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {

    @Override
    public NettyServerCustomizer.Registry onCreated(BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
        event.getBean().register(new ForEachConnection(null));
        return event.getBean();
    }

    private record ForEachConnection(Channel channel) implements NettyServerCustomizer {

        @Override
        public NettyServerCustomizer specializeForChannel(Channel connection, ChannelRole role) {
            return new ForEachConnection(connection);
        }

        @Override
        public void onStreamPipelineBuilt() {
            channel.pipeline().addBefore(
                ChannelPipelineCustomizer.HANDLER_MICRONAUT_INBOUND, "request-id", Handler.INSTANCE);
        }
    }

    @Sharable
    private static final class Handler extends ChannelOutboundHandlerAdapter {

        private static final Handler INSTANCE = new Handler();

        @Override
        public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
            if (message instanceof HttpResponse response && !response.headers().contains(RequestId.HEADER)
                && response.status().code() >= 200) {
                response.headers().set(RequestId.HEADER, RequestId.random());
            }
            context.write(message, promise);
        }
    }
}
