namespace GoogleCheckout.Endurance;

/// <summary>How much the host has done since its start.</summary>
/// <param name="Carts">The carts that it posted.</param>
/// <param name="Notifications">The notifications that it handled.</param>
/// <param name="Polled">The orders among them that the service did not push.</param>
/// <param name="Commands">The commands that were executed.</param>
/// <param name="Failed">The commands that ended without being executed.</param>
internal sealed record Work(int Carts, int Notifications, int Polled, int Commands, int Failed);
