package org.shuqiao.gateway.quota;

import reactor.core.publisher.Mono;

/** Keeps count of permits. {@code QuotaLedgerContract} is what every ledger does. */
interface QuotaLedger {

    /** Takes one permit of {@code quota} for {@code client}, if there is one. An error means the ledger is out of order. */
    Mono<QuotaAnswer> take(Quota quota, String client);
}
