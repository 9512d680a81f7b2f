namespace CustomerCentre.Features.Api.Secrets;

/// <summary>A secret in a list.</summary>
public sealed record SecretRow(
    Guid Id, string Partner, string ClientId, string Ending, string MadeBy, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt, DateTimeOffset? UsedAt, DateTimeOffset? RevokedAt, bool IsValid);
