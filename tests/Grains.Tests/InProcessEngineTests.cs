namespace Hub.Grains.Tests;

/// <summary>The default edition's engine.</summary>
public sealed class InProcessEngineTests : EngineContract
{
    protected override Task<Area> Open() => Area.Open();
}
