using GoogleCheckout.Notifications;

namespace GoogleCheckout.Sandbox.Service;

/// <summary>The result of an input of a journal.</summary>
/// <param name="Rejection">The reason why the input was rejected; null if it was applied.</param>
/// <param name="Notifications">The notifications that it caused, after those of the events that were due before it.</param>
internal sealed record ReplayedInput(string? Rejection, IReadOnlyList<Notification> Notifications);
