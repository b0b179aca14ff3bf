using GoogleCheckout.Sandbox.Infrastructure;

namespace GoogleCheckout.Sandbox;

// The events. Handlers run on the sandbox's threads, outside its locks.
public sealed partial class SandboxMerchant
{
    private readonly Subscribers<SandboxRequestEventArgs> _requestAnswered = new();
    private readonly Subscribers<SandboxOrderEventArgs> _orderChanged = new();
    private readonly Subscribers<SandboxDeliveryEventArgs> _deliveryCompleted = new();
    private readonly Subscribers<SandboxCalculationEventArgs> _calculationCompleted = new();
    private readonly Subscribers<SandboxFailureEventArgs> _dueEventFailed = new();

    /// <summary>
    /// Occurs after a request was executed or rejected. The response is sent when the handlers have returned. Handlers may be called
    /// on several threads at once. Exceptions of handlers are ignored.
    /// </summary>
    public event EventHandler<SandboxRequestEventArgs> RequestAnswered
    {
        add => _requestAnswered.Raised += value;
        remove => _requestAnswered.Raised -= value;
    }

    /// <summary>
    /// Occurs after an order changed. The event data contains the notification that describes the change, whether it is pushed to the
    /// merchant or not. The call that caused the change, for example <see cref="CheckoutSandbox.AdvanceAsync"/>, continues when the handlers have
    /// returned. See <see cref="RequestAnswered"/> for threads and exceptions.
    /// </summary>
    public event EventHandler<SandboxOrderEventArgs> OrderChanged
    {
        add => _orderChanged.Raised += value;
        remove => _orderChanged.Raised -= value;
    }

    /// <summary>
    /// Occurs after an attempt to deliver a notification, acknowledged or not. The next notification of the order is sent when the
    /// handlers have returned. See <see cref="RequestAnswered"/> for threads and exceptions.
    /// </summary>
    public event EventHandler<SandboxDeliveryEventArgs> DeliveryCompleted
    {
        add => _deliveryCompleted.Raised += value;
        remove => _deliveryCompleted.Raised -= value;
    }

    /// <summary>
    /// Occurs after a calculation callback to the merchant. The buyer's order is placed when the handlers have returned. See
    /// <see cref="RequestAnswered"/> for threads and exceptions.
    /// </summary>
    public event EventHandler<SandboxCalculationEventArgs> CalculationCompleted
    {
        add => _calculationCompleted.Raised += value;
        remove => _calculationCompleted.Raised -= value;
    }

    /// <summary>
    /// Occurs after an event that was due, for example the end of a review, failed because of an error in the sandbox. The order is as it was, the event does not
    /// happen later, and other orders continue. See <see cref="RequestAnswered"/> for threads and exceptions.
    /// </summary>
    public event EventHandler<SandboxFailureEventArgs> DueEventFailed
    {
        add => _dueEventFailed.Raised += value;
        remove => _dueEventFailed.Raised -= value;
    }

    private void ConnectEvents()
    {
        _account.Requests.Added += request => _requestAnswered.Raise(this, new SandboxRequestEventArgs(request));
        _account.Service.NotificationCreated += notification => _orderChanged.Raise(this, new SandboxOrderEventArgs(notification));
        _account.Deliveries.Added += delivery => _deliveryCompleted.Raise(this, new SandboxDeliveryEventArgs(delivery));
        _account.Calculations.Added += calculation => _calculationCompleted.Raise(this, new SandboxCalculationEventArgs(calculation));
        _account.Service.DueEventFailed += failure => _dueEventFailed.Raise(this, new SandboxFailureEventArgs(failure.At, failure.GoogleOrderNumber, failure.Event?.GetType().Name, failure.Exception));
    }
}
