namespace CustomerCentre.Tests.Features.Api;

public sealed class GeneratedClientTests
{
    [Fact]
    public async Task A_client_generated_from_the_document_checks_a_customer_and_reads_the_stock()
    {
        await using var world = await ApiWorld.Begin();
        await world.Customer();
        var free = await world.Licence();
        var client = await Client(world, await world.Token());

        object answer = await client.Call("CheckCustomersAsync", client.New(
            "StatusRequest", ("Purpose", client.Value("ApiPurpose", "Order")), ("Customers", client.List(
                "AskedCustomer",
                client.New("AskedCustomer", ("CustomerId", ApiWorld.Number), ("RegistrationNumber", ApiWorld.Register)),
                client.New("AskedCustomer", ("CustomerId", "9999"), ("RegistrationNumber", ApiWorld.Register))))));

        var customers = ((IEnumerable<object>)Of(answer, "Customers")).ToList();
        customers.Select(customer => Of(customer, "Registered")).ShouldBe([true, false]);
        var line = ((IEnumerable<object>)Of(customers[0], "ProductLines")).Single();
        (Of(line, "Line"), Of(line, "Entitled")).ShouldBe(((object)"POHODA", (object)true));

        object stock = await client.Call("ReadStockAsync", null, 1);
        var item = ((IEnumerable<object>)Of(stock, "Licences")).Single();
        Of(stock, "NextCursor").ShouldNotBeNull();
        object rest = await client.Call("ReadStockAsync", Of(stock, "NextCursor"), 1);
        object?[] ids = [Of(item, "Id"), Of(((IEnumerable<object>)Of(rest, "Licences")).Single(), "Id")];
        ids.ShouldContain(free.Id);
    }

    [Fact]
    public async Task Its_problems_arrive_as_the_document_says()
    {
        await using var world = await ApiWorld.Begin();
        var client = await Client(world, "nonsense");

        var refused = await Should.ThrowAsync<Exception>(() => client.Call("ReadStockAsync", null, null));

        Of(refused, "StatusCode").ShouldBe(401);
        Of(Of(refused, "Result"), "Type").ShouldBe("/api#unauthorized");
    }

    private static async Task<GeneratedClient> Client(ApiWorld world, string token)
    {
        var document = await world.Http.GetStringAsync("/openapi/v1.json");
        var http = world.Portal.CreateClient(new() { BaseAddress = new("https://localhost"), HandleCookies = false });
        http.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return await GeneratedClient.From(document, http);
    }

    private static object Of(object thing, string member) => thing.GetType().GetProperty(member)!.GetValue(thing)!;
}
