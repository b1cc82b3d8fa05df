function Get-WfpBuiltinCallout {
    [CmdletBinding(DefaultParameterSetName = 'Name')]
    [OutputType('WfpCallout.Callout')]
    param(
        [Parameter(Position = 0, ValueFromPipeline, ValueFromPipelineByPropertyName, ParameterSetName = 'Name')]
        [AllowNull()]
        [AllowEmptyString()]
        [AllowEmptyCollection()]
        [SupportsWildcards()]
        [string[]] $Name,

        [Parameter(Mandatory, ParameterSetName = 'Guid')]
        [guid[]] $Guid,

        [string[]] $Layer,

        [ValidateSet('IPv4', 'IPv6')]
        [string] $AddressFamily,

        [string] $Since
    )

    begin {
        $wanted = [System.Collections.Generic.List[object]]::new()
        $all = $false
    }

    process {
        if ($PSCmdlet.ParameterSetName -eq 'Guid') {
            $wanted.AddRange([object[]] $Guid)
        } elseif ($PSBoundParameters.ContainsKey('Name')) {
            $wanted.AddRange([object[]] @($Name))
        } else {
            $all = $true
        }
    }

    end {
        if (-not $all -and $wanted.Count -eq 0) {
            return
        }

        $arguments = @('list')
        foreach ($value in $Layer) {
            $arguments += '--layer', $value
        }

        if ($AddressFamily) {
            $arguments += '--family', $AddressFamily
        }

        if ($Since) {
            $arguments += '--since', $Since
        }

        $records = Invoke-WfpTool -Cmdlet $PSCmdlet -ArgumentList $arguments -Target $Layer
        $records | ForEach-Object { ConvertTo-WfpObject $_ }
    }
}
