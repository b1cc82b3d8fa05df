namespace EngineHost.Pester;

/// <summary>When a set-up or tear-down of a block runs.</summary>
internal enum SetupKind
{
    BeforeAll,
    BeforeEach,
    AfterEach,
    AfterAll,
}
