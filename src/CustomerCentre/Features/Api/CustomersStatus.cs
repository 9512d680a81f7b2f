using System.Globalization;
using System.Text.Json;
using CustomerCentre.Data.PartnerStatus;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Domain.Partners;

namespace CustomerCentre.Features.Api;

/// <summary>Checks customers: <c>POST /api/v1/customers/status</c>. The pairs stand in the body, so that no register number lands in a log.</summary>
internal static class CustomersStatus
{
    public static async Task Answer(StatusRequest request, HttpContext http, StatusDesk desk, TimeProvider time)
    {
        if (Wrong(request) is { } wrong)
        {
            await Problems.Write(http, wrong);
            return;
        }

        var asking = new StatusAsking(http.Features.Get<ApiCaller>()!.PartnerId, null, CheckChannel.Api, (CheckPurpose)request.Purpose!);
        var pairs = request.Customers!.Select(customer => new StatusPair(customer.CustomerId!, customer.RegistrationNumber!)).ToList();
        var reply = await desk.Check(asking, pairs, http.RequestAborted);
        if (reply.Answer is not { } answer)
        {
            var wait = Math.Max(1, Math.Ceiling((reply.ClosedUntil!.Value - time.GetUtcNow()).TotalSeconds));
            http.Response.Headers.RetryAfter = wait.ToString(CultureInfo.InvariantCulture);
            await Problems.Write(http, Problems.TooManyWrongPairs);
            return;
        }

        var response = new StatusResponse(answer.AsOf, [.. answer.Customers.Zip(pairs, Shape)]);
        var json = JsonSerializer.SerializeToUtf8Bytes(response, ApiJson.Default.StatusResponse);
        (http.Response.ContentType, http.Response.ContentLength) = ("application/json", json.Length);
        await http.Response.Body.WriteAsync(json, http.RequestAborted);
    }

    private static ApiProblem? Wrong(StatusRequest request)
    {
        if (request.Purpose is not { } purpose || !Enum.IsDefined(purpose))
            return Problems.Invalid(("purpose", "Say why you ask: Support, Offer or Order."));
        if (request.Customers is not { Count: > 0 and <= StatusDesk.MostPairs } customers)
            return Problems.Invalid(("customers", "Send 1 to 500 customers."));
        var errors = customers.SelectMany((customer, index) => Errors(customer, $"customers[{index}]")).Take(20).ToArray();
        return errors.Length > 0 ? Problems.Invalid(errors) : null;
    }

    private static IEnumerable<(string Field, string Message)> Errors(AskedCustomer? customer, string path)
    {
        if (CustomerNumber.TryParse(customer?.CustomerId) is null)
            yield return ($"{path}.customerId", "A customer ID has 4 to 12 digits.");
        if (string.IsNullOrWhiteSpace(customer?.RegistrationNumber) || customer.RegistrationNumber.Length > RegistrationNumber.MaxLength)
            yield return ($"{path}.registrationNumber", "A register number has 1 to 30 characters.");
    }

    private static CheckedCustomer Shape(CustomerStatus status, StatusPair pair) => new(
        pair.CustomerNumber, status.IsRegistered, [.. status.Lines.Select(line => new ApiLine(line.Line, line.IsEntitled, line.Until))],
        status.Granted is { } granted
            ? new ApiGranted(
                [.. granted.Licences.Select(licence => new ApiLicence(licence.Product, licence.Number))],
                [.. granted.Contacts.Select(contact => new ApiContact(contact.Name, contact.Email, contact.Phone))])
            : null);
}
