namespace GoogleCheckout.Sandbox;

internal static class Program
{
    private static void Main()
    {
    }
}
