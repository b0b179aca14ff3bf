namespace GoogleCheckout.Fuzzing;

/// <summary>A target returned what its documentation rules out.</summary>
internal sealed class UndocumentedResultException(string message, Exception? innerException = null) : Exception(message, innerException);
