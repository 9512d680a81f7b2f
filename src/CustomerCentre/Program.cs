using CustomerCentre;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddPortal(builder.Configuration, builder.Environment);

var app = builder.Build();
await app.RunAsync();
