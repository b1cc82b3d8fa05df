@{
    RootModule = 'WfpCallout.psm1'
    ModuleVersion = '0.1.0'
    GUID = '3f0a2c56-7d0e-4c0b-9b0e-5b6f4a1d8e27'
    FunctionsToExport = @('Get-WfpBuiltinCallout', 'Resolve-WfpGuid', 'Test-WfpCallout')
}
