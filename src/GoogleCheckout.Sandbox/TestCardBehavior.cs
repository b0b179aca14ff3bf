namespace GoogleCheckout.Sandbox;

internal enum TestCardBehavior
{
    Works,
    DeclinedAtReview,
    DeclinedAtCharge,
    RejectedForRisk,
}
