namespace CustomerCentre.Domain.Accounts;

/// <summary>How an old service hashed its passwords.</summary>
public enum OldHashKind
{
    /// <summary>PBKDF2 with HMAC-SHA-1.</summary>
    Pbkdf2Sha1,

    /// <summary>PBKDF2 with HMAC-SHA-256.</summary>
    Pbkdf2Sha256,

    /// <summary>PBKDF2 with HMAC-SHA-512.</summary>
    Pbkdf2Sha512,

    /// <summary>bcrypt; its text holds cost and salt. Strong by itself.</summary>
    BCrypt,

    /// <summary>Argon2id, version 1.3. Strong by itself.</summary>
    Argon2Id,

    /// <summary>SHA-1 once over salt and password.</summary>
    SaltedSha1,

    /// <summary>SHA-256 once over salt and password.</summary>
    SaltedSha256,

    /// <summary>MD5 once over the password, with a salt or without.</summary>
    Md5,
}

/// <summary>How the hash of an old password rests here.</summary>
public enum OldHashState
{
    /// <summary>As it came: it is strong enough by itself.</summary>
    AsItCame,

    /// <summary>Too weak to rest bare: encrypted until it is wrapped.</summary>
    Encrypted,

    /// <summary>Itself hashed in the current strong hash.</summary>
    Wrapped,
}
