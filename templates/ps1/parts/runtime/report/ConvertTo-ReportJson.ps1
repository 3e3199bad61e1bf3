# By result.schema.json, the same for every artefact.
function ConvertTo-ReportJson {
    param([Parameter(Mandatory)] [hashtable] $Report)
    $machine = $Report.Machine
    $fields = {
        param($one)
        $cells = [ordered]@{}
        foreach ($property in $one.PSObject.Properties) {
            $name = $property.Name -creplace 'HResult', 'hresults' -creplace '^Code$', 'hresult'
            $cells[$name.Substring(0, 1).ToLowerInvariant() + $name.Substring(1)] = $property.Value
        }
        $cells
    }
    $checks = foreach ($one in $Report.Results) {
        $check = & $fields $one
        $check.evidence = [ordered]@{}
        foreach ($name in $one.Evidence.Keys | Sort-Object) { $check.evidence[$name] = $one.Evidence[$name] }
        $check
    }
    $now = [datetime]::UtcNow
    # What says more about the run must not cost its result.
    $boot = $hash = $follows = $null
    try {
        $hash = (Get-FileHash -LiteralPath $PSCommandPath -Algorithm SHA256).Hash
        # A service that never answers keeps no report off.
        $test = { Get-CimInstance -ClassName Win32_OperatingSystem }
        $system = Invoke-TestWithLimit -Test $test -TimeoutSeconds 10
        $boot = $system.LastBootUpTime.ToUniversalTime().ToString('s') + 'Z'
        # The token of a run on record is its id; a token of batch is none.
        $runs = "HKLM:\SOFTWARE\Mendsheet\$script:Product\Runs"
        $key = Get-Item -LiteralPath $runs -ErrorAction Ignore
        if ($key) {
            $follows = $key.GetValueNames() -like $Report.Follows | Sort-Object -Property { $_ -as [int] } |
                ForEach-Object { [string] ($key.GetValue($_) -as [guid]) } |
                Where-Object { $_ -and $_ -ne $Report.Run } | Select-Object -Last 1
        }
    }
    catch { Write-Verbose -Message "$_" }
    $document = [ordered]@{
        format        = 'mendsheet-result/2'
        product       = $script:Product
        version       = $script:Version
        checklist     = $script:ChecklistVersion
        script        = "$script:ScriptName.ps1"
        sha256        = $hash
        device        = $Report.Device
        run           = $Report.Run
        follows       = $follows
        channel       = 'manual'
        mode          = $Report.Mode
        language      = $script:Language
        startedUtc    = $script:Started.ToString('s') + 'Z'
        finishedUtc   = $now.ToString('s') + 'Z'
        milliseconds  = [long] ($now - $script:Started).TotalMilliseconds
        offsetMinutes = [int] [TimeZoneInfo]::Local.GetUtcOffset($now).TotalMinutes
        bootedUtc     = $boot
        windows       = [ordered]@{
            build        = $machine.Build
            revision     = $machine.Revision
            edition      = $machine.EditionId
            kind         = $machine.Kind
            architecture = $machine.Architecture
        }
        account       = [ordered]@{ kind = $machine.Account; elevated = $machine.Elevated }
        exitCode      = $Report.ExitCode
        notices       = @($script:Notices)
        checks        = @($checks)
        changes       = @($Report.Changes)
        answer        = if ($Report.Answer) { & $fields $Report.Answer }
        codes         = @($Report.Codes | ForEach-Object { & $fields $_ })
        ranking       = @($Report.Ranking | ForEach-Object {
                [ordered]@{ check = $_.Id; repairable = $_.Repairable; hresults = $_.Codes }
            })
        generations   = @($Report.Generations | ForEach-Object { & $fields $_ })
        journal       = $Report.Journal
    }
    ConvertTo-JsonText -InputObject $document
}
