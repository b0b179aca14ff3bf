using GoogleCheckout;

namespace MerchantStore.Orders;

/// <summary>The sums of the orders in one currency.</summary>
internal sealed record OrderSum(int Orders, Money Total, Money Charged, Money Refunded);
