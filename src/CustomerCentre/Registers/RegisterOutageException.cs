namespace CustomerCentre.Registers;

/// <summary>
/// A register gave no usable answer. Thrown through the cache, which therefore remembers nothing, and turned into "unknown" by
/// <see cref="CompanyRegister"/>. The reason holds no data of the question.
/// </summary>
internal sealed class RegisterOutageException(string reason, bool isTransport = false, Exception? inner = null)
    : Exception(reason, inner)
{
    /// <summary>No whole answer came over the network at all, so the register itself said nothing.</summary>
    public bool IsTransport => isTransport;
}
