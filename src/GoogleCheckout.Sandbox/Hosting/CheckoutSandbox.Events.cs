using GoogleCheckout.Notifications;

namespace GoogleCheckout.Sandbox;

// What a test may hear of as it happens. The handlers run on the sandbox's threads, outside its locks.
public sealed partial class CheckoutSandbox
{
    /// <summary>
    /// A request was carried out, or refused; its answer goes out once the handlers have returned. They may be called by
    /// many threads at once. What they throw is dropped.
    /// </summary>
    public event Action<SandboxRequest> RequestAnswered
    {
        add => _requests.Added.Raised += value;
        remove => _requests.Added.Raised -= value;
    }

    /// <summary>
    /// Something happened to an order; the notification tells what, whether it is pushed to the merchant or not. What makes
    /// it happen, such as <see cref="AdvanceAsync"/>, goes on once the handlers have returned; see
    /// <see cref="RequestAnswered"/> for them.
    /// </summary>
    public event Action<Notification> OrderChanged
    {
        add => _service.Announced.Raised += value;
        remove => _service.Announced.Raised -= value;
    }

    /// <summary>
    /// An attempt to deliver a notification has ended, acknowledged or not. The next one of its order goes out once the
    /// handlers have returned; see <see cref="RequestAnswered"/> for them.
    /// </summary>
    public event Action<SandboxDelivery> DeliveryEnded
    {
        add => _deliveries.Added.Raised += value;
        remove => _deliveries.Added.Raised -= value;
    }

    /// <summary>
    /// The merchant was asked about shipping, tax or codes. The buyer's order is placed once the handlers have returned; see
    /// <see cref="RequestAnswered"/> for them.
    /// </summary>
    public event Action<SandboxCalculation> CalculationEnded
    {
        add => _calculations.Added.Raised += value;
        remove => _calculations.Added.Raised -= value;
    }
}
