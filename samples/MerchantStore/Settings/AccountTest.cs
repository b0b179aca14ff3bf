using System.Net;
using GoogleCheckout;

namespace MerchantStore.Settings;

/// <summary>Finds out whether Google Checkout accepts the account that is on.</summary>
internal sealed class AccountTest(CheckoutClient client)
{
    /// <summary>Says hello to the service, which changes nothing.</summary>
    /// <returns>What is wrong and what to do; null if the account can be used.</returns>
    public async Task<string?> FindErrorAsync(CancellationToken cancellationToken)
    {
        try
        {
            await client.HelloAsync(cancellationToken);
            return null;
        }
        catch (CheckoutApiException e) when (e.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
        {
            return "Google Checkout does not accept the merchant ID or the key. Copy both again, and check that they are of the same account.";
        }
        catch (CheckoutApiException e)
        {
            return $"Google Checkout refused. {e.Message}";
        }
        catch (CheckoutException e)
        {
            return $"There is no usable response. {e.Message}";
        }
    }
}
