# One request to Microsoft Graph (beta, which alone has remediations); lists come whole, page by page.
function Invoke-Graph {
    param([string] $Method = 'GET', [Parameter(Mandatory)] [string] $Path, [object] $Body)
    $root = 'https://graph.microsoft.com/beta/deviceManagement'
    $request = @{ Method = $Method; Uri = "$root/$Path"; OutputType = 'PSObject' }
    if ($Body) {
        $request.Body = ConvertTo-Json -InputObject $Body -Depth 8 -Compress
        $request.ContentType = 'application/json'
    }
    $answer = Invoke-MgGraphRequest @request
    if (-not $answer -or -not $answer.PSObject.Properties['value']) { return $answer }
    $answer.value
    while ($answer.PSObject.Properties['@odata.nextLink']) {
        $answer = Invoke-MgGraphRequest -Method GET -Uri $answer.'@odata.nextLink' -OutputType PSObject
        $answer.value
    }
}

# What a folder holds, as the body of a request. Nothing where its scripts are not signed, or the body beside them
# carries others.
function Get-Remediation {
    param([Parameter(Mandatory)] [string] $Path)
    $body = [IO.File]::ReadAllText((Convert-Path -LiteralPath "$Path\remediation.json")) | ConvertFrom-Json
    foreach ($kind in 'detection', 'remediation') {
        $file = if ($kind -eq 'detection') { "$Path\detect.ps1" } else { "$Path\repair.ps1" }
        $field = "${kind}ScriptContent"
        $isThere = Test-Path -LiteralPath $file
        $content = if ($isThere) {
            if (-not (Test-SignedScript -Path $file)) { return }
            [Convert]::ToBase64String([IO.File]::ReadAllBytes((Convert-Path -LiteralPath $file)))
        }
        $carried = if ($body.PSObject.Properties[$field]) { $body.$field }
        if ($carried -cne $content) { return }
        # An update takes away what is said to be nothing, and keeps what is not said.
        if (-not $isThere) { Add-Member -InputObject $body -NotePropertyName $field -NotePropertyValue $null }
    }
    $body
}

# The assignments that a remediation is to have: those that it has, and one for each new target.
function Get-AssignmentList {
    param([psobject[]] $Existing, [string[]] $GroupId, [switch] $AllDevices, [hashtable] $RunSchedule)
    $list = @($Existing | ForEach-Object -Process {
            @{ target = $_.target; runRemediationScript = $_.runRemediationScript; runSchedule = $_.runSchedule }
        })
    $wanted = @($GroupId | Where-Object -FilterScript { $_ } | ForEach-Object -Process {
            @{ '@odata.type' = '#microsoft.graph.groupAssignmentTarget'; groupId = $_ }
        })
    if ($AllDevices) { $wanted += @{ '@odata.type' = '#microsoft.graph.allDevicesAssignmentTarget' } }
    $known = @($list | ForEach-Object -Process { Get-TargetName -Target $_.target })
    foreach ($target in $wanted | Where-Object -FilterScript { (Get-TargetName -Target $_) -notin $known }) {
        $list += @{ target = $target; runRemediationScript = $true; runSchedule = $RunSchedule }
    }
    , $list
}

# What tells one target from another.
function Get-TargetName {
    param([Parameter(Mandatory)] [object] $Target)
    $group = if ($Target -is [hashtable]) { $Target['groupId'] }
    elseif ($Target.PSObject.Properties['groupId']) { $Target.groupId }
    "$($Target.'@odata.type') $group".Trim()
}

# How often, as Graph says it.
function Get-RunSchedule {
    param([string] $Schedule, [string] $At, [int] $Every)
    $type = "#microsoft.graph.deviceHealthScript$($Schedule -replace 'Once', 'RunOnce')Schedule"
    $run = @{ '@odata.type' = $type; interval = $Every }
    if ($Schedule -eq 'Hourly') { return $run }
    $run.useUtc = $false
    $run.time = "${At}:00.0000000"
    $today = [datetime]::Now.ToString('yyyy-MM-dd', [cultureinfo]::InvariantCulture)
    if ($Schedule -eq 'Once') { $run.date = $today }
    $run
}

# Looks at every package first, so that all are uploaded or none; sets the exit code.
function Invoke-Main {
    [CmdletBinding(SupportsShouldProcess)]
    param(
        [string[]] $Package, [string[]] $GroupId, [switch] $AllDevices, [hashtable] $RunSchedule, [switch] $Remove,
        [string] $Source
    )
    $script:ExitCode = 64
    foreach ($name in $Package) {
        if (-not (Test-Path -LiteralPath "$Source\$name\remediation.json")) {
            return Write-Notice -Key 'deployNoPackage' -With @{ Name = $name }
        }
    }
    $script:ExitCode = 1
    $bodies = foreach ($name in $Package) {
        $body = Get-Remediation -Path "$Source\$name"
        if (-not $body) { return Write-Notice -Key 'deployNotSigned' -With @{ Path = "$Source\$name" } }
        $body
    }
    if (-not (Get-Command -Name 'Invoke-MgGraphRequest' -ErrorAction SilentlyContinue) -or -not (Get-MgContext)) {
        return Write-Notice -Key 'deployNoContext'
    }
    $all = @(Invoke-Graph -Path 'deviceHealthScripts')
    foreach ($body in $bodies) {
        $name = $body.displayName
        $found = @($all | Where-Object -Property displayName -EQ $name |
                Where-Object -Property publisher -EQ $body.publisher)
        if ($found.Count -gt 1) { return Write-Notice -Key 'deployAmbiguous' -With @{ Name = $name } }
        $id = if ($found) { $found[0].id }
        if ($Remove) {
            if ($id -and $PSCmdlet.ShouldProcess($name, 'Delete from Intune')) {
                $null = Invoke-Graph -Method DELETE -Path "deviceHealthScripts/$id"
                Write-Notice -Key 'deployRemoved' -With @{ Name = $name }
            }
            continue
        }
        $old = if ($id) { Invoke-Graph -Path "deviceHealthScripts/$id" }
        $isSame = $old -and $old.version -eq $body.version -and
        $old.detectionScriptContent -ceq $body.detectionScriptContent -and
        "$($old.remediationScriptContent)" -ceq "$($body.remediationScriptContent)"
        if ($isSame) { Write-Notice -Key 'deploySame' -With @{ Name = $name } }
        elseif ($id -and $PSCmdlet.ShouldProcess($name, 'Renew in Intune')) {
            $null = Invoke-Graph -Method PATCH -Path "deviceHealthScripts/$id" -Body $body
            Write-Notice -Key 'deployRenewed' -With @{ Name = $name; Version = $body.version }
        }
        elseif (-not $id -and $PSCmdlet.ShouldProcess($name, 'Upload to Intune')) {
            $id = (Invoke-Graph -Method POST -Path 'deviceHealthScripts' -Body $body).id
            Write-Notice -Key 'deployUploaded' -With @{ Name = $name; Version = $body.version }
        }
        if (-not $GroupId -and -not $AllDevices) { continue }
        $targets = @(@($GroupId) + @(if ($AllDevices) { 'all devices' }) -ne '') -join ', '
        if (-not $PSCmdlet.ShouldProcess($name, "Assign to $targets")) { continue }
        $target = @{ GroupId = $GroupId; AllDevices = $AllDevices; RunSchedule = $RunSchedule }
        $list = Get-AssignmentList @target -Existing @(Invoke-Graph -Path "deviceHealthScripts/$id/assignments")
        $null = Invoke-Graph -Method POST -Path "deviceHealthScripts/$id/assign" -Body @{
            deviceHealthScriptAssignments = $list
        }
        Write-Notice -Key 'deployAssigned' -With @{ Name = $name; Targets = $targets }
    }
    $script:ExitCode = 0
}

$script:ExitCode = 70
if ($MyInvocation.InvocationName -ne '.') {
    try {
        $script:ExitCode = Get-StartCode
        if ($script:ExitCode -eq 0) {
            $splat = @{ Package = $Package; GroupId = $GroupId; AllDevices = $AllDevices; Remove = $Remove }
            $splat.RunSchedule = Get-RunSchedule -Schedule $Schedule -At $At -Every $Every
            Invoke-Main @splat -Source $PSScriptRoot
        }
    }
    catch {
        Write-Defect -Record $_
        $script:ExitCode = 70
    }
    exit $script:ExitCode
}
