using CustomerCentre.Data;
using CustomerCentre.Generating;
using CustomerCentre.Importing;
using CustomerCentre.Tests.Running;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;

namespace CustomerCentre.Tests.Generating;

public sealed class GenerateCommandTests
{
    [Fact]
    public async Task It_makes_files_loads_them_and_leaves_none_behind()
    {
        await using var world = new World();
        string[] seen = [];
        var code = await GenerateCommand.Run(world.Services, ["--customers", "5", "--seed", "7"], files =>
        {
            seen = files;
            files.ShouldAllBe(file => File.Exists(file));
            return Task.FromResult(ImportCommand.AllGood);
        });
        code.ShouldBe(ImportCommand.AllGood);
        seen.Length.ShouldBe(6);
        seen.ShouldAllBe(file => !File.Exists(file));
    }

    [Theory]
    [InlineData]
    [InlineData("--customers", "many")]
    [InlineData("--customers", "0")]
    [InlineData("--customers", "5", "--seeds", "1")]
    [InlineData("--customers", "5", "--no-import")]
    [InlineData("--customers")]
    public async Task It_refuses_options_that_make_no_sense(params string[] arguments)
    {
        await using var world = new World();
        (await GenerateCommand.Run(world.Services, arguments, _ => throw new InvalidOperationException())).ShouldBe(ImportCommand.Unreadable);
    }

    [Fact]
    public async Task Production_has_no_made_up_customers()
    {
        await using var world = new World(services => services.AddSingleton<IHostEnvironment>(new HostingEnvironment { EnvironmentName = "Production" }));
        await Should.ThrowAsync<StartRefusedException>(() => GenerateCommand.Run(world.Services, ["--customers", "5"], _ => throw new InvalidOperationException()));
    }
}
