namespace MerchantStore.Messages;

internal enum MessageDirection
{
    Sent,
    Received,
}
