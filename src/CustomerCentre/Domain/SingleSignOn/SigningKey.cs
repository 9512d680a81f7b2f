namespace CustomerCentre.Domain.SingleSignOn;

/// <summary>A key that signs what services are told of a person. It is published before it signs and after it has stopped, so that nobody meets a key they do not know.</summary>
public sealed class SigningKey
{
    /// <summary>Longest id of a key, in characters.</summary>
    public const int KeyIdMaxLength = 64;

    /// <summary>How long a key signs.</summary>
    public static readonly TimeSpan Signs = TimeSpan.FromDays(90);

    /// <summary>How long a key is published before it signs.</summary>
    public static readonly TimeSpan Ahead = TimeSpan.FromDays(2);

    /// <summary>How long a key stays published after its successor began to sign.</summary>
    public static readonly TimeSpan Behind = TimeSpan.FromDays(30);

    /// <summary>Number in the order of making; two nodes that make one at a moment make the same number, and one of them loses.</summary>
    public required int Number { get; init; }

    /// <summary>Id by which tokens name it (<c>kid</c>).</summary>
    public required string KeyId { get; init; }

    /// <summary>The private key (PKCS#8), sealed by data protection.</summary>
    public required string Sealed { get; init; }

    /// <summary>From when on it signs.</summary>
    public required DateTimeOffset SignsFrom { get; init; }
}
