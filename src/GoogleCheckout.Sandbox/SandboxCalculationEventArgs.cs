namespace GoogleCheckout.Sandbox;

/// <summary>Data of the <see cref="CheckoutSandbox.CalculationCompleted"/> event.</summary>
public sealed class SandboxCalculationEventArgs : EventArgs
{
    /// <summary>Creates the data of an event.</summary>
    /// <param name="calculation">The calculation callback and its result.</param>
    /// <exception cref="ArgumentNullException"><paramref name="calculation"/> is null.</exception>
    public SandboxCalculationEventArgs(SandboxCalculation calculation)
    {
        ArgumentNullException.ThrowIfNull(calculation);
        Calculation = calculation;
    }

    /// <summary>The calculation callback and its result.</summary>
    public SandboxCalculation Calculation { get; }

    /// <summary>Returns the summary of the calculation, without the buyer's data.</summary>
    /// <returns>The text of <see cref="SandboxCalculation.ToString"/>.</returns>
    public override string ToString() => Calculation.ToString();
}
