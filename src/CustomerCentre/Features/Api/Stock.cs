using System.Buffers.Text;
using System.ComponentModel;
using System.Text.Json;

namespace CustomerCentre.Features.Api;

/// <summary>The partner's licences: <c>GET /api/v1/stock</c>, a page at a time.</summary>
internal static class Stock
{
    public const int MostItems = 500;
    private const int UsualItems = 100;

    public static async Task Answer(
        HttpContext http, StockReader reader, [Description("nextCursor of the page before; none for the first page.")] string? cursor = null,
        [Description("Licences on a page, 1 to 500; 100 unless told.")] int? limit = null)
    {
        var after = Guid.Empty;
        if (cursor is not null && !TryRead(cursor, out after))
            await Problems.Write(http, Problems.Invalid(("cursor", "Send nextCursor of an earlier page as it came.")));
        else if (limit is < 1 or > MostItems)
            await Problems.Write(http, Problems.Invalid(("limit", "Ask for 1 to 500 licences.")));
        else
            await Page(http, reader, after, limit ?? UsualItems);
    }

    private static async Task Page(HttpContext http, StockReader reader, Guid after, int limit)
    {
        var items = await reader.Read(http.Features.Get<ApiCaller>()!.PartnerId, after, limit + 1, http.RequestAborted);
        var next = items.Count > limit ? Base64Url.EncodeToString(items[limit - 1].Id.ToByteArray(bigEndian: true)) : null;
        http.Response.ContentType = "application/json";
        await JsonSerializer.SerializeAsync(http.Response.Body, new StockResponse([.. items.Take(limit)], next), ApiJson.Default.StockResponse, http.RequestAborted);
    }

    private static bool TryRead(string cursor, out Guid after)
    {
        Span<byte> bytes = stackalloc byte[16];
        var isRead = Base64Url.IsValid(cursor, out var length) && length == bytes.Length && Base64Url.TryDecodeFromChars(cursor, bytes, out _);
        after = isRead ? new Guid(bytes, bigEndian: true) : Guid.Empty;
        return isRead;
    }
}
