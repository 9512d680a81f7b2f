namespace CustomerCentre.Data.Credentials;

/// <summary>What a partner's token carries beside the standard claims.</summary>
public static class TokenClaims
{
    /// <summary>Id of the partner.</summary>
    public const string Partner = "partner_id";

    /// <summary>Id of the secret it was given for.</summary>
    public const string Secret = "secret_id";
}
