Set-StrictMode -Version Latest

foreach ($folder in 'Private', 'Public') {
    foreach ($file in [System.IO.Directory]::GetFiles([System.IO.Path]::Combine($PSScriptRoot, $folder), '*.ps1')) {
        . $file
    }
}

# The parameters that completion knows values of. What it knows is fetched when it is first asked for.
$completed = @{
    Name          = 'callout', @('Get-WfpBuiltinCallout', 'Get-WfpCallout')
    Callout       = 'callout', @('Get-WfpCalloutFilter')
    Layer         = 'layer', @('Get-WfpBuiltinCallout', 'Get-WfpCallout')
    Provider      = 'provider', @('Get-WfpCallout')
    Kind          = 'kind', @('Resolve-WfpGuid', 'Test-WfpCallout', 'Add-WfpGuidName')
    Since         = 'since', @('Get-WfpBuiltinCallout')
    Ignore        = 'finding', @('Get-WfpCalloutFinding')
    InputObject   = 'any', @('Resolve-WfpGuid', 'Test-WfpCallout')
}
