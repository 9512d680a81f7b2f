namespace CustomerCentre.Data;

/// <summary>The portal or a command cannot start as it is set up. The message is for the operator and says what to do.</summary>
public sealed class StartRefusedException(string message, Exception? inner = null) : Exception(message, inner);
