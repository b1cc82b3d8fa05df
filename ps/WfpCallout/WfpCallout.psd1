@{
    RootModule           = 'WfpCallout.psm1'
    ModuleVersion        = '0.1.0'
    GUID                 = '3f0a2c56-7d0e-4c0b-9b0e-5b6f4a1d8e27'
    Author               = 'The wfpcallout contributors'
    CompanyName          = 'The wfpcallout contributors'
    Copyright            = '(c) The wfpcallout contributors. MIT licence.'
    Description          = 'Names, checks and explains the callouts of the Windows Filtering Platform: offline from a catalogue, live from the filter engine, and from dumps, snapshots and audit events.'
    PowerShellVersion    = '5.1'
    CompatiblePSEditions = @('Desktop', 'Core')
    FormatsToProcess     = @('WfpCallout.Format.ps1xml')
    FunctionsToExport    = @(
        'Add-WfpGuidName'
        'Compare-WfpCallout'
        'ConvertFrom-WfpEvent'
        'Export-WfpSnapshot'
        'Get-WfpBuiltinCallout'
        'Get-WfpCallout'
        'Get-WfpCalloutFilter'
        'Get-WfpCalloutFinding'
        'Resolve-WfpGuid'
        'Test-WfpCallout'
    )
    CmdletsToExport      = @()
    VariablesToExport    = @()
    AliasesToExport      = @()
    FileList             = @(
        'LICENSE'
        'WfpCallout.Format.ps1xml'
        'WfpCallout.psd1'
        'WfpCallout.psm1'
        'en-US/about_WfpCallout.help.txt'
    )
    PrivateData          = @{
        PSData = @{
            Tags         = @('Windows', 'Linux', 'MacOS', 'PSEdition_Desktop', 'PSEdition_Core', 'WFP', 'Firewall', 'Network', 'Security', 'Callout', 'GUID')
            LicenseUri   = 'https://opensource.org/license/mit'
            ReleaseNotes = 'See CHANGELOG.md of this version.'
        }
    }
}
