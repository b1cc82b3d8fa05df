function Get-WfpCallout {
    <#
    .SYNOPSIS
        Gets the callouts of this machine's filter engine, or of a file.

    .DESCRIPTION
        Gets the callouts that the Windows Filtering Platform of this machine has, or that a dump or a
        snapshot holds, each with its layer, its provider and, if known, its owner.

        Asking the filter engine needs Windows. An ordinary user may see only part of it: start PowerShell
        as administrator.

    .PARAMETER Name
        Names to look for: symbols with or without the prefix FWPM_CALLOUT_, aliases, and display names,
        in any letter case. A name with wildcard characters is a pattern, and one that matches nothing
        gives nothing. Any other name that is not found is an error.

    .PARAMETER Guid
        GUIDs to look for. One that is not found is an error.

    .PARAMETER Layer
        Only callouts at these layers: names, GUIDs or wildcards. The prefix FWPM_LAYER_ may be left out.

    .PARAMETER Provider
        Only callouts of these providers: names, GUIDs or wildcards.

    .PARAMETER ThirdParty
        Only callouts that are neither built in nor Microsoft's.

    .PARAMETER Registered
        Only callouts that a driver has registered; with -Registered:$false those that none has.

    .PARAMETER Path
        Files to read in place of the filter engine of this machine: what 'netsh wfp show state' or
        'netsh wfp show filters' wrote, the wfpdiag.xml of 'netsh wfp capture', or a snapshot of
        Export-WfpSnapshot. Wildcards are permitted.

    .PARAMETER LiteralPath
        The same as Path, but wildcard characters are taken literally.

    .EXAMPLE
        Get-WfpCallout -ThirdParty

        Gets the callouts of other products on this machine.

    .EXAMPLE
        Get-WfpCallout -Path wfpstate.xml -Registered:$false

        Gets the callouts of a dump that no driver has registered.

    .EXAMPLE
        Get-WfpCallout -Path wfpstate.xml | Get-WfpCalloutFilter

        Gets the filters that use the callouts of a dump, from the same dump.

    .INPUTS
        System.String, System.Guid. Names, GUIDs, and objects with a property Name.

    .OUTPUTS
        WfpCallout.Callout. Name, Guid, DisplayName, Description, Layer, LayerGuid, AddressFamily, Registered,
        Flags, Provider, ProviderGuid, RuntimeId, Owner, Owners, Source and more.

    .LINK
        Get-WfpCalloutFilter

    .LINK
        Get-WfpCalloutFinding

    .LINK
        about_WfpCallout
    #>
    [CmdletBinding(DefaultParameterSetName = 'Name')]
    [OutputType('WfpCallout.Callout')]
    param(
        [Parameter(Position = 0, ValueFromPipeline, ValueFromPipelineByPropertyName, ParameterSetName = 'Name')]
        [Parameter(Position = 0, ValueFromPipeline, ValueFromPipelineByPropertyName, ParameterSetName = 'NamePath')]
        [Parameter(Position = 0, ValueFromPipeline, ValueFromPipelineByPropertyName, ParameterSetName = 'NameLiteralPath')]
        [AllowNull()]
        [AllowEmptyString()]
        [AllowEmptyCollection()]
        [SupportsWildcards()]
        [string[]] $Name,

        [Parameter(Mandatory, ValueFromPipeline, ParameterSetName = 'Guid')]
        [Parameter(Mandatory, ValueFromPipeline, ParameterSetName = 'GuidPath')]
        [Parameter(Mandatory, ValueFromPipeline, ParameterSetName = 'GuidLiteralPath')]
        [guid[]] $Guid,

        [ValidateNotNullOrEmpty()]
        [SupportsWildcards()]
        [string[]] $Layer,

        [ValidateNotNullOrEmpty()]
        [SupportsWildcards()]
        [string[]] $Provider,

        [switch] $ThirdParty,

        [switch] $Registered,

        [Parameter(Mandatory, ParameterSetName = 'NamePath')]
        [Parameter(Mandatory, ParameterSetName = 'GuidPath')]
        [SupportsWildcards()]
        [string[]] $Path,

        [Parameter(Mandatory, ParameterSetName = 'NameLiteralPath')]
        [Parameter(Mandatory, ParameterSetName = 'GuidLiteralPath')]
        [Alias('PSPath')]
        [string[]] $LiteralPath
    )

    begin {
        Assert-WfpLanguageMode
        . Use-WfpPreference
        $wanted = [System.Collections.Generic.List[object]]::new()
        $all = $false
    }

    process {
        if ($PSCmdlet.ParameterSetName.StartsWith('Guid')) {
            $wanted.AddRange([object[]] $Guid)
        } elseif ($PSBoundParameters.ContainsKey('Name')) {
            foreach ($item in @($Name)) {
                $wanted.Add([string] $item)
            }
        } else {
            $all = $true
        }
    }

    end {
        if (-not $all -and $wanted.Count -eq 0) {
            return
        }

        $source = @(Get-WfpSource -Cmdlet $PSCmdlet -Path $Path -LiteralPath $LiteralPath)
        if ($source.Length -gt 0) {
            $options = @(ConvertTo-WfpListOption -BoundParameters $PSBoundParameters)
            Get-WfpListedCallout -Cmdlet $PSCmdlet -Wanted $wanted -Option $options -Source $source
        }
    }
}
