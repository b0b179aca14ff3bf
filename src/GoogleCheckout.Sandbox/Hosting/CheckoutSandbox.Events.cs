using GoogleCheckout.Sandbox.Infrastructure;
using GoogleCheckout.Sandbox.Service;

namespace GoogleCheckout.Sandbox;

// What a test may hear of as it happens. The handlers run on the sandbox's threads, outside its locks.
public sealed partial class CheckoutSandbox
{
    private readonly Subscribers<SandboxRequestEventArgs> _requestAnswered = new();
    private readonly Subscribers<SandboxOrderEventArgs> _orderChanged = new();
    private readonly Subscribers<SandboxDeliveryEventArgs> _deliveryCompleted = new();
    private readonly Subscribers<SandboxCalculationEventArgs> _calculationCompleted = new();

    /// <summary>
    /// A request was carried out, or refused; its answer goes out once the handlers have returned. They may be called by
    /// many threads at once. What they throw is dropped.
    /// </summary>
    public event EventHandler<SandboxRequestEventArgs> RequestAnswered
    {
        add => _requestAnswered.Raised += value;
        remove => _requestAnswered.Raised -= value;
    }

    /// <summary>
    /// Something happened to an order; the notification tells what, whether it is pushed to the merchant or not. What makes
    /// it happen, such as <see cref="AdvanceAsync"/>, goes on once the handlers have returned; see
    /// <see cref="RequestAnswered"/> for them.
    /// </summary>
    public event EventHandler<SandboxOrderEventArgs> OrderChanged
    {
        add => _orderChanged.Raised += value;
        remove => _orderChanged.Raised -= value;
    }

    /// <summary>
    /// An attempt to deliver a notification has ended, acknowledged or not. The next one of its order goes out once the
    /// handlers have returned; see <see cref="RequestAnswered"/> for them.
    /// </summary>
    public event EventHandler<SandboxDeliveryEventArgs> DeliveryCompleted
    {
        add => _deliveryCompleted.Raised += value;
        remove => _deliveryCompleted.Raised -= value;
    }

    /// <summary>
    /// The merchant was asked about shipping, tax or codes. The buyer's order is placed once the handlers have returned; see
    /// <see cref="RequestAnswered"/> for them.
    /// </summary>
    public event EventHandler<SandboxCalculationEventArgs> CalculationCompleted
    {
        add => _calculationCompleted.Raised += value;
        remove => _calculationCompleted.Raised -= value;
    }

    private void RaiseEvents()
    {
        _requests.Added += request => _requestAnswered.Raise(this, new SandboxRequestEventArgs(request));
        _service.NotificationCreated += notification => _orderChanged.Raise(this, new SandboxOrderEventArgs(notification));
        _deliveries.Added += delivery => _deliveryCompleted.Raise(this, new SandboxDeliveryEventArgs(delivery));
        _calculations.Added += calculation => _calculationCompleted.Raise(this, new SandboxCalculationEventArgs(calculation));
    }
}
