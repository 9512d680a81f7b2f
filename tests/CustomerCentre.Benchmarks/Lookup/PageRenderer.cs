#pragma warning disable BL0006 // It renders as the framework does, to see when rows are there.
using System.Runtime.ExceptionServices;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.RenderTree;
using Microsoft.JSInterop;

// Nothing else tells which handler hears the box; should these types change, only a measure has to follow.
#pragma warning disable BL0006

namespace CustomerCentre.Benchmarks.Lookup;

/// <summary>Draws a page as a circuit does, up to the batch that would be sent to the browser.</summary>
internal sealed class PageRenderer : Renderer
{
    private ulong box;

    public PageRenderer(IServiceProvider services)
        : base(services, services.GetRequiredService<ILoggerFactory>()) =>
        ElementReferenceContext = new WebElementReferenceContext(services.GetRequiredService<IJSRuntime>());

    public override Dispatcher Dispatcher { get; } = Dispatcher.CreateDefault();

    public Task Open<T>()
        where T : IComponent => Dispatcher.InvokeAsync(() => RenderRootComponentAsync(AssignRootComponentId(InstantiateComponent(typeof(T)))));

    /// <summary>Types into the first box of the page and waits until everything that follows is drawn.</summary>
    public Task Type(string text) => Dispatcher.InvokeAsync(() => DispatchEventAsync(box, null, new ChangeEventArgs { Value = text }, waitForQuiescence: true));

    protected override IComponent ResolveComponentForRenderMode(Type componentType, int? parentComponentId, IComponentActivator componentActivator, IComponentRenderMode renderMode) =>
        componentActivator.CreateInstance(componentType);

    protected override Task UpdateDisplayAsync(in RenderBatch renderBatch)
    {
        // An edit refers to the frames of the batch; a box drawn anew has a new handler.
        for (var i = 0; i < renderBatch.ReferenceFrames.Count; i++)
        {
            if (renderBatch.ReferenceFrames.Array[i] is { FrameType: RenderTreeFrameType.Attribute, AttributeName: "oninput", AttributeEventHandlerId: var handler })
                box = handler;
        }

        return Task.CompletedTask;
    }

    protected override void HandleException(Exception exception) => ExceptionDispatchInfo.Throw(exception);
}
