namespace MerchantStore.Development;

/// <summary>The address at which this machine reaches a server that listens at an address of its settings.</summary>
internal static class ServerAddress
{
    /// <summary>Returns the first address with a port. Addresses that stand for every network interface, for example <c>http://*:5080</c>, become localhost.</summary>
    /// <returns>The address; null if the server listens on sockets or pipes only, which have no port.</returns>
    public static Uri? Find(IEnumerable<string> urls) => urls
        .Select(BindingAddress.Parse)
        .Where(address => !address.IsUnixPipe && !address.IsNamedPipe)
        .Select(address => new UriBuilder(address.Scheme, address.Host is "*" or "+" or "0.0.0.0" or "[::]" ? "localhost" : address.Host, address.Port).Uri)
        .FirstOrDefault();
}
