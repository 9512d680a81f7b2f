namespace CustomerCentre.Features.Support.Customers;

public static class CustomersSetup
{
    public static IServiceCollection AddSupportCustomers(this IServiceCollection services) => services.AddScoped<LookUpBook>();
}
