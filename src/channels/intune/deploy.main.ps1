# Makes a request, and notes the one that a server did not carry out, so that nobody takes it for a defect.
function Invoke-Noted {
    param([Parameter(Mandatory)] [string] $As, [Parameter(Mandatory)] [scriptblock] $Call)
    try { & $Call }
    catch {
        $cause, $status = $_.Exception, ''
        $response = $cause.PSObject.Properties['Response']
        if ($response -and $response.Value) { $status = [int] $response.Value.StatusCode }
        $form = '^(System\.Net|Microsoft\.(Graph|Identity)|Azure)\.|TaskCanceled'
        $isRemote = $cause.GetType().FullName -match $form
        if ($status -or $isRemote) {
            # Why stands in the body of the answer, behind its head.
            $isSaid = "$($_.ErrorDetails)" -match '"message"\s*:\s*("(?:[^"\\]|\\.)*")'
            $text = if ($isSaid) { "[$($Matches[1])]" | ConvertFrom-Json } else { $cause.Message }
            $text = ("$text" -replace '\s+', ' ').Trim()
            $script:Refusal = @{ Request = $As; Status = $status; Text = $text }
        }
        throw
    }
}

# One request to Microsoft Graph (beta, which alone has remediations); lists come whole, page by page.
function Invoke-Graph {
    param([string] $Method = 'GET', [Parameter(Mandatory)] [string] $Path, [object] $Body)
    $request = @{ Method = $Method; Uri = "https://graph.microsoft.com/beta/$Path"; OutputType = 'PSObject' }
    if ($Body) {
        $request.Body = ConvertTo-Json -InputObject $Body -Depth 8 -Compress
        # Without it, the module before version 1.22 sends words in Latin-1.
        $request.ContentType = 'application/json; charset=utf-8'
    }
    $answer = Invoke-Noted -As "$Method $Path" -Call { Invoke-MgGraphRequest @request }
    if (-not $answer -or -not $answer.PSObject.Properties['value']) { return $answer }
    $answer.value
    while ($answer.PSObject.Properties['@odata.nextLink']) {
        $next = @{ Method = 'GET'; Uri = $answer.'@odata.nextLink'; OutputType = 'PSObject' }
        $answer = Invoke-Noted -As "GET $Path" -Call { Invoke-MgGraphRequest @next }
        $answer.value
    }
}

# What a folder holds: the body of a request, the collection that it belongs to, and the content of an app. Nothing
# where its scripts are not signed, or the body beside them carries others.
function Get-IntunePackage {
    param([Parameter(Mandatory)] [string] $Path)
    if (Test-Path -LiteralPath "$Path\app.json") { return Get-AppPackage -Path $Path }
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
    @{ Body = $body; Collection = 'deviceManagement/deviceHealthScripts'; Content = $null }
}

# The same of a Win32 app. Its notes name the content by its hash.
function Get-AppPackage {
    param([Parameter(Mandatory)] [string] $Path)
    $body = [IO.File]::ReadAllText((Convert-Path -LiteralPath "$Path\app.json")) | ConvertFrom-Json
    foreach ($name in 'detect', 'repair') { if (-not (Test-SignedScript -Path "$Path\$name.ps1")) { return } }
    $rule = $body.rules | Where-Object -Property ruleType -EQ 'detection'
    $detect = [IO.File]::ReadAllBytes((Convert-Path -LiteralPath "$Path\detect.ps1"))
    if ($rule.scriptContent -cne [Convert]::ToBase64String($detect)) { return }
    $bytes = [IO.File]::ReadAllBytes((Convert-Path -LiteralPath "$Path\$($body.fileName)"))
    if ($body.notes -cne "SHA-256 $(Get-Digest -Bytes $bytes)") { return }
    @{ Body = $body; Collection = 'deviceAppManagement/mobileApps'; Content = Get-AppContent -Bytes $bytes }
}

function Get-Digest {
    param([Parameter(Mandatory)] [byte[]] $Bytes)
    $hash = [Security.Cryptography.SHA256]::Create()
    [BitConverter]::ToString($hash.ComputeHash($Bytes)).Replace('-', '').ToLowerInvariant()
}

# The files in a ZIP that holds them as they are, by name: so the build writes an .intunewin.
function Get-StoredFile {
    [OutputType([hashtable])]
    param([Parameter(Mandatory)] [byte[]] $Bytes)
    $files = @{}
    $at = 0
    while ([BitConverter]::ToUInt32($Bytes, $at) -eq 0x04034b50) {
        if ([BitConverter]::ToUInt16($Bytes, $at + 8) -ne 0) { throw 'A file in the package is compressed.' }
        $length = [BitConverter]::ToInt32($Bytes, $at + 18)
        $nameLength = [BitConverter]::ToUInt16($Bytes, $at + 26)
        $start = $at + 30 + $nameLength + [BitConverter]::ToUInt16($Bytes, $at + 28)
        $content = [byte[]]::new($length)
        [Array]::Copy($Bytes, $start, $content, 0, $length)
        $files[[Text.Encoding]::UTF8.GetString($Bytes, $at + 30, $nameLength)] = $content
        $at = $start + $length
    }
    $files
}

# What is uploaded of an .intunewin, and what Intune opens it with.
function Get-AppContent {
    param([Parameter(Mandatory)] [byte[]] $Bytes)
    $files = Get-StoredFile -Bytes $Bytes
    $text = [Text.Encoding]::UTF8.GetString($files['IntuneWinPackage/Metadata/Detection.xml'])
    $about = ([xml] $text.TrimStart([char] 0xFEFF)).ApplicationInfo
    $sealed = $files['IntuneWinPackage/Contents/IntunePackage.intunewin']
    $keys = $about.EncryptionInfo
    @{
        Name = $about.FileName; Size = [long] $about.UnencryptedContentSize; Bytes = $sealed
        Opens = @{
            encryptionKey = $keys.EncryptionKey; macKey = $keys.MacKey; mac = $keys.Mac
            initializationVector = $keys.InitializationVector; profileIdentifier = $keys.ProfileIdentifier
            fileDigest = $keys.FileDigest; fileDigestAlgorithm = $keys.FileDigestAlgorithm
        }
    }
}

# Waits until Intune has done with a file of an app what it was asked for, and gives the file.
function Wait-AppFile {
    param([Parameter(Mandatory)] [string] $Path, [Parameter(Mandatory)] [string] $Step)
    foreach ($try in 1..60) {
        $file = Invoke-Graph -Path $Path
        if ($file.uploadState -eq "${Step}Success") { return $file }
        if ($file.uploadState -notlike '*Pending') { break }
        Start-Sleep -Seconds 5
    }
    $script:Refusal = @{ Request = "$Step $Path"; Status = $file.uploadState; Text = "try $try" }
    throw $script:Refusal.Status
}

# Uploads the content of an app as a new version of it, in blocks of 4 MB, and gives the id of the version.
function Send-AppContent {
    param([Parameter(Mandatory)] [string] $App, [Parameter(Mandatory)] [hashtable] $Content)
    $versions = "$App/microsoft.graph.win32LobApp/contentVersions"
    $version = (Invoke-Graph -Method POST -Path $versions -Body @{}).id
    $file = Invoke-Graph -Method POST -Path "$versions/$version/files" -Body @{
        '@odata.type' = '#microsoft.graph.mobileAppContentFile'
        name = $Content.Name; size = $Content.Size; sizeEncrypted = $Content.Bytes.Length; isDependency = $false
    }
    $path = "$versions/$version/files/$($file.id)"
    $place = (Wait-AppFile -Path $path -Step 'azureStorageUriRequest').azureStorageUri
    $put = @{ Method = 'Put'; UseBasicParsing = $true; Headers = @{ 'x-ms-blob-type' = 'BlockBlob' } }
    $size = 4MB
    $list = for ($at = 0; $at -lt $Content.Bytes.Length; $at += $size) {
        $block = [byte[]]::new([Math]::Min($size, $Content.Bytes.Length - $at))
        [Array]::Copy($Content.Bytes, $at, $block, 0, $block.Length)
        $name = [Convert]::ToBase64String([Text.Encoding]::ASCII.GetBytes(($at / $size).ToString('0000')))
        $uri = "$place&comp=block&blockid=$([uri]::EscapeDataString($name))"
        $null = Invoke-Noted -As "PUT block $at" -Call {
            Invoke-RestMethod @put -Uri $uri -Body $block -ContentType 'application/octet-stream'
        }
        "<Latest>$name</Latest>"
    }
    $xml = '<?xml version="1.0" encoding="utf-8"?><BlockList>' + (-join $list) + '</BlockList>'
    $null = Invoke-Noted -As 'PUT blocklist' -Call {
        Invoke-RestMethod -Method 'Put' -UseBasicParsing -Uri "$place&comp=blocklist" -Body $xml
    }
    $null = Invoke-Graph -Method POST -Path "$path/commit" -Body @{ fileEncryptionInfo = $Content.Opens }
    $null = Wait-AppFile -Path $path -Step 'commitFile'
    $version
}

# The assignments that something is to have: those that it has, with these fields, and one for each new target.
# Also which of the wanted targets have what was asked for then, and what another one keeps.
function Get-AssignmentPlan {
    [OutputType([hashtable])]
    param(
        [psobject[]] $Existing, [string[]] $Field, [hashtable] $New, [hashtable] $Change, [string[]] $GroupId,
        [switch] $AllDevices
    )
    $list = @(foreach ($each in $Existing) {
            $kept = @{}
            foreach ($name in $Field) { if ($each.PSObject.Properties[$name]) { $kept[$name] = $each.$name } }
            $kept
        })
    $wanted = @($GroupId | Where-Object { $_ } | ForEach-Object {
            @{ '@odata.type' = '#microsoft.graph.groupAssignmentTarget'; groupId = $_ }
        })
    if ($AllDevices) { $wanted += @{ '@odata.type' = '#microsoft.graph.allDevicesAssignmentTarget' } }
    $plan = @{ Changes = $false; Assigned = @(); Kept = [ordered]@{} }
    foreach ($target in $wanted) {
        $name = Get-TargetName -Target $target
        $shown = if ($target['groupId']) { $target.groupId } else { 'all devices' }
        $there = $list | Where-Object { (Get-TargetName -Target $_.target) -eq $name } |
            Select-Object -First 1
        if (-not $there) { $list += @{ target = $target } + $New }
        elseif ((Get-AssignmentText -Of $there) -ne (Get-AssignmentText -Of $New)) {
            if (-not $Change.Count) {
                $plan.Kept[$shown] = Get-AssignmentText -Of $there
                continue
            }
            foreach ($key in $Change.Keys) { $there[$key] = $Change[$key] }
        }
        else {
            $plan.Assigned += $shown
            continue
        }
        $plan.Assigned += $shown
        $plan.Changes = $true
    }
    $plan.List = $list
    $plan
}

# What an assignment does: an app's intent, or how often a remediation runs, as "Daily 1 12:00:00".
function Get-AssignmentText {
    [OutputType([string])]
    param([Parameter(Mandatory)] [hashtable] $Of)
    if ($Of['intent']) { return $Of.intent }
    $run = $Of['runSchedule']
    if (-not $run) { return '-' }
    $fields = if ($run -is [hashtable]) { $run } else {
        $made = @{}
        foreach ($each in $run.PSObject.Properties) { $made[$each.Name] = $each.Value }
        $made
    }
    $kind = $fields['@odata.type'] -replace '^#microsoft\.graph\.deviceHealthScript(Run)?|Schedule$'
    $text = foreach ($name in 'interval', 'date', 'time') { "$($fields[$name])" -replace '\.0+$' }
    (@($kind) + @($text) -ne '') -join ' '
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
    $run = @{ '@odata.type' = $type; interval = if ($Schedule -eq 'Once') { 1 } else { $Every } }
    if ($Schedule -eq 'Hourly') { return $run }
    $run.useUtc = $false
    $run.time = "${At}:00.0000000"
    $today = [datetime]::Now.ToString('yyyy-MM-dd', [cultureinfo]::InvariantCulture)
    if ($Schedule -eq 'Once') { $run.date = $today }
    $run
}

# Whether Intune holds this package already.
function Test-SamePackage {
    [OutputType([bool])]
    param([psobject] $Old, [Parameter(Mandatory)] [hashtable] $Package)
    $body = $Package.Body
    if (-not $Old -or $Old.displayName -ne $body.displayName) { return $false }
    if ($Old.publisher -ne $body.publisher) { return $false }
    if ($Package.Content) {
        # Notes come last, so an upload that was cut off has none. They tell of the content alone.
        $there, $wanted = foreach ($each in $Old, $body) {
            $fields = $each | Select-Object -Property notes, displayVersion, rules
            $scripts = @($fields.rules | Where-Object { $_ -and $_.ruleType -eq 'detection' } |
                    Select-Object -Property scriptContent | ForEach-Object { $_.scriptContent })
            @($fields.notes, $fields.displayVersion) + $scripts -join ' '
        }
        return $there -ceq $wanted
    }
    $Old.version -eq $body.version -and $Old.detectionScriptContent -ceq $body.detectionScriptContent -and
    "$($Old.remediationScriptContent)" -ceq "$($body.remediationScriptContent)"
}

# What an entry of Intune is from, by its scripts. Nothing where they do not say.
function Get-EntryOrigin {
    [OutputType([hashtable])]
    param([psobject] $Entry)
    if (-not $Entry) { return }
    $fields = $Entry | Select-Object -Property detectionScriptContent, rules
    $scripts = @($fields.rules | Where-Object { $_ } | Select-Object -Property scriptContent |
            ForEach-Object { $_.scriptContent }) + $fields.detectionScriptContent
    foreach ($content in $scripts | Where-Object { $_ }) {
        $text = try { [Text.Encoding]::ASCII.GetString([Convert]::FromBase64String($content)) }
        catch [FormatException] { '' }
        $origin = Get-ScriptOrigin -Text $text
        if ($origin) { return $origin }
    }
}

# One entry with all that lists leave out, asked for once. Nothing where somebody deleted it meanwhile.
function Get-Entry {
    param([Parameter(Mandatory)] [string] $Path)
    if (-not $script:Entries.ContainsKey($Path)) {
        $script:Entries[$Path] = try { Invoke-Graph -Path $Path }
        catch {
            if (-not $script:Refusal -or $script:Refusal.Status -ne 404) { throw }
            $script:Refusal = $null
        }
    }
    $script:Entries[$Path]
}

# What each folder beside this script is in Intune: the name of its remediation, and the checks that it runs.
function Get-OwnPackage {
    param([Parameter(Mandatory)] [string] $Source)
    foreach ($file in Get-ChildItem -LiteralPath $Source -Recurse -Filter 'remediation.json') {
        # The bodies are large, so that only the line with the name is read as JSON.
        $text = [IO.File]::ReadAllText((Convert-Path -LiteralPath $file.FullName))
        if ($text -notmatch '(?m)^  "displayName": (".*"),\r?$') { continue }
        $name = "[$($Matches[1])]" | ConvertFrom-Json
        $detect = "$(Split-Path -Path $file.FullName)\detect.ps1"
        $from = Get-ScriptOrigin -Text ([IO.File]::ReadAllText((Convert-Path -LiteralPath $detect)))
        @{ Name = "$name"; Checks = "$($from.Checks)" }
    }
}

# The entries that are this package: of its name, or of any other one where title, check, product or publisher were
# changed since. What its scripts say decides: a package is an app, a list of checks, or one check under its id of
# now or before. An entry that is another package of this version by name and scripts is that one.
function Find-Entry {
    param(
        [psobject[]] $Entry, [Parameter(Mandatory)] [hashtable] $Package, [string[]] $Product, [hashtable[]] $Own
    )
    $body, $mine = $Package.Body, (Get-EntryOrigin -Entry $Package.Body)
    $isMine = {
        $from = Get-EntryOrigin -Entry (Get-Entry -Path "$($Package.Collection)/$($_.id)")
        if (-not $from -or $from.Product -notin $Product) { return $false }
        if ($Package.Content) { return $true }
        if ($Package.IsList) { return $from.Checks.Count -gt 1 -or "$($from.Checks)" -eq "$($mine.Checks)" }
        $from.Checks.Count -eq 1 -and $from.Checks[0] -in ($mine.Checks + $mine.Former)
    }
    $isOther = {
        $from, $name = (Get-EntryOrigin -Entry $script:Entries["$($Package.Collection)/$($_.id)"]), $_.displayName
        $name -ne $body.displayName -and
        ($Own | Where-Object { $_.Name -eq $name -and $_.Checks -eq "$($from.Checks)" })
    }
    $named = @($Entry | Where-Object -Property displayName -EQ $body.displayName)
    $same = @($named | Where-Object $isMine)
    if ($same) { return $same }
    $theirs = @($Entry | Where-Object -Property publisher -EQ $body.publisher)
    $named = @($named | Where-Object -Property publisher -EQ $body.publisher)
    foreach ($each in $named) {
        # Another product has the name, or something that does not say what it is.
        $from = Get-EntryOrigin -Entry (Get-Entry -Path "$($Package.Collection)/$($each.id)")
        if (-not $from -or $from.Product -notin $Product) { return $named }
    }
    # A tenant has 200 remediations at most, and any number of apps.
    $moved = @($theirs | Where-Object $isMine | Where-Object { -not (& $isOther) })
    if (-not $moved -and -not $named -and -not $Package.Content) {
        $moved = @($Entry | Where-Object $isMine | Where-Object { -not (& $isOther) })
    }
    if ($moved) { $moved } else { $named }
}

# Remediations with scripts of these products, under names that this version does not give. Looks at those that
# were looked at before, and at those of this title.
function Get-LeftName {
    param(
        [psobject[]] $Entry, [string] $Collection, [string[]] $Product, [hashtable[]] $Own, [string[]] $Used
    )
    $names = @($Own | ForEach-Object { $_.Name })
    foreach ($each in $Entry | Where-Object -Property id -NotIn $Used) {
        $name, $path = "$($each.displayName)", "$Collection/$($each.id)"
        $isTitled = $name.StartsWith("$($script:Title): ", 'OrdinalIgnoreCase')
        if ($name -in $names -or -not ($isTitled -or $script:Entries.ContainsKey($path))) { continue }
        $from = Get-EntryOrigin -Entry (Get-Entry -Path $path)
        if ($from -and $from.Product -in $Product) { $name }
    }
}

# Makes a package, or renews the old one; gives its id. What a version does not bring, such as description, scope
# tags and further requirements, stays as it was set in the console.
function Publish-IntunePackage {
    [CmdletBinding()]
    param([psobject] $Old, [Parameter(Mandatory)] [hashtable] $Package)
    $body, $collection = $Package.Body, $Package.Collection
    $names = @('displayName', 'publisher' | Where-Object { $Old -and $Old.$_ -ne $body.$_ })
    if (-not $Package.Content) {
        if (-not $Old) { return (Invoke-Graph -Method POST -Path $collection -Body $body).id }
        $fields = @('@odata.type', 'version', 'detectionScriptContent', 'remediationScriptContent') + $names
        $renewed = $body | Select-Object -Property $fields
        $null = Invoke-Graph -Method PATCH -Path "$collection/$($Old.id)" -Body $renewed
        return $Old.id
    }
    $id = if ($Old) { $Old.id }
    else {
        $first = $body | Select-Object -Property '*' -ExcludeProperty 'notes'
        (Invoke-Graph -Method POST -Path $collection -Body $first).id
    }
    $version = Send-AppContent -App "$collection/$id" -Content $Package.Content
    $there = if ($Old) { $Old.rules } else { $body.rules }
    $rules = @($body.rules | Where-Object -Property ruleType -EQ 'detection') +
    @($there | Where-Object -Property ruleType -NE 'detection')
    $changed = @{
        '@odata.type' = $body.'@odata.type'; committedContentVersion = $version; rules = $rules
        displayVersion = $body.displayVersion; notes = $body.notes; fileName = $body.fileName
        setupFilePath = $body.setupFilePath; installCommandLine = $body.installCommandLine
        uninstallCommandLine = $body.uninstallCommandLine
    }
    foreach ($name in $names) { $changed[$name] = $body.$name }
    $null = Invoke-Graph -Method PATCH -Path "$collection/$id" -Body $changed
    $id
}

# Assigns what has this id, and says of each target what it has now.
function Send-Assignment {
    param(
        [string] $Id, [hashtable] $Package, [hashtable] $Run, [bool] $Renews, [string[]] $GroupId,
        [bool] $AllDevices
    )
    $name, $path = $Package.Body.displayName, "$($Package.Collection)/$Id"
    $target = @{
        GroupId = $GroupId; AllDevices = $AllDevices; Field = 'target', 'runRemediationScript', 'runSchedule'
        New = @{ runRemediationScript = $true; runSchedule = $Run }
        Change = if ($Renews) { @{ runSchedule = $Run } } else { @{} }
    }
    $all, $keeps = 'deviceHealthScriptAssignments', 'deployKept'
    if ($Package.Content) {
        $target.Field = '@odata.type', 'intent', 'target', 'settings'
        $target.New = @{ '@odata.type' = '#microsoft.graph.mobileAppAssignment'; intent = 'required' }
        $target.Change = @{}
        $all, $keeps = 'mobileAppAssignments', 'deployIntent'
    }
    $plan = Get-AssignmentPlan @target -Existing @(Invoke-Graph -Path "$path/assignments")
    if ($plan.Changes) { $null = Invoke-Graph -Method POST -Path "$path/assign" -Body @{ $all = $plan.List } }
    if ($plan.Assigned) {
        Write-Notice -Key 'deployAssigned' -With @{ Name = $name; Targets = $plan.Assigned -join ', ' }
    }
    foreach ($kept in $plan.Kept.Keys) {
        Write-Notice -Key $keeps -With @{ Name = $name; Target = $kept; Now = $plan.Kept[$kept] }
    }
}

# Looks at every package first, so that all are uploaded or none; sets the exit code.
function Invoke-Deployment {
    [CmdletBinding(SupportsShouldProcess)]
    param(
        [string[]] $Package, [string[]] $GroupId, [switch] $AllDevices, [switch] $Remove, [string] $Source,
        [string] $Schedule, [string] $At, [int] $Every, [switch] $Renews, [string] $FormerProduct
    )
    $script:ExitCode = 64
    foreach ($name in $Package) {
        $isThere = Test-Path -LiteralPath "$Source\$name\remediation.json", "$Source\$name\app.json"
        if ($isThere -notcontains $true) {
            return Write-Notice -Key 'deployNoPackage' -With @{ Name = $name }
        }
    }
    $script:ExitCode = 1
    $packages = @()
    foreach ($name in $Package) {
        $made = Get-IntunePackage -Path "$Source\$name"
        if (-not $made) { return Write-Notice -Key 'deployNotSigned' -With @{ Path = "$Source\$name" } }
        $made.IsList = $name -eq 'all'
        $packages += $made
    }
    if (-not (Get-Command -Name 'Invoke-MgGraphRequest' -ErrorAction SilentlyContinue) -or -not (Get-MgContext)) {
        return Write-Notice -Key 'deployNoContext'
    }
    # Every name is looked up before the first change.
    $lists = @{}
    $own = @(Get-OwnPackage -Source $Source)
    $products = @($script:Product) + $FormerProduct
    foreach ($made in $packages) {
        $collection, $name = $made.Collection, $made.Body.displayName
        $filter = if ($made.Content) { '?$filter=isof(''microsoft.graph.win32LobApp'')' }
        if (-not $lists[$collection]) { $lists[$collection] = @(Invoke-Graph -Path "$collection$filter") }
        $found = @(Find-Entry -Entry $lists[$collection] -Package $made -Product $products -Own $own)
        if ($found.Count -gt 1) {
            $entries = ($found | ForEach-Object { "$($_.displayName) ($($_.id))" }) -join ', '
            return Write-Notice -Key 'deployAmbiguous' -With @{ Name = $name; Entries = $entries }
        }
        $made.Id, $made.Was = if ($found) { $found[0].id, $found[0].displayName } else { $null, $null }
        $made.Old = if ($found) { Get-Entry -Path "$collection/$($made.Id)" }
        if (-not $made.Old) { $made.Id = $null }
        $other = Get-EntryOrigin -Entry $made.Old
        if ($other -and $other.Product -notin $products) {
            return Write-Notice -Key 'deployForeign' -With @{ Name = $name; Product = $other.Product }
        }
    }
    foreach ($made in $packages) {
        $body, $collection, $id = $made.Body, $made.Collection, $made.Id
        $name = $body.displayName
        if ($Remove) {
            if (-not $id) { Write-Notice -Key 'deployAbsent' -With @{ Name = $name } }
            elseif ($PSCmdlet.ShouldProcess($name, 'Delete from Intune')) {
                $null = Invoke-Graph -Method DELETE -Path "$collection/$id"
                Write-Notice -Key 'deployRemoved' -With @{ Name = $name }
            }
            $script:Done++
            continue
        }
        $old = $made.Old
        $verb, $key = if ($id) { 'Renew in Intune', 'deployRenewed' } else { 'Upload to Intune', 'deployUploaded' }
        if (Test-SamePackage -Old $old -Package $made) { Write-Notice -Key 'deploySame' -With @{ Name = $name } }
        elseif ($PSCmdlet.ShouldProcess($name, $verb)) {
            $id = Publish-IntunePackage -Old $old -Package $made
            if ($old -and $made.Was -ne $name) {
                Write-Notice -Key 'deployRenamed' -With @{ Name = $name; Was = $made.Was }
            }
            Write-Notice -Key $key -With @{ Name = $name; Version = $script:ChecklistVersion }
        }
        $targets = @(@($GroupId) + @(if ($AllDevices) { 'all devices' }) -ne '') -join ', '
        if ($targets -and $PSCmdlet.ShouldProcess($name, "Assign to $targets")) {
            $run = Get-RunSchedule -Schedule $Schedule -At $At -Every $Every
            $to = @{ GroupId = $GroupId; AllDevices = $AllDevices }
            Send-Assignment -Id $id -Package $made -Run $run -Renews $Renews @to
        }
        $script:Done++
    }
    $remediations = $packages | Where-Object { -not $_.Content } | Select-Object -First 1
    if ($remediations) {
        $collection = $remediations.Collection
        $used = @($packages | ForEach-Object { $_.Id })
        $with = @{ Entry = $lists[$collection]; Collection = $collection; Product = $products }
        $left = @(Get-LeftName @with -Own $own -Used $used)
        if ($left) { Write-Notice -Key 'deployLeft' -With @{ Names = $left -join ', ' } }
    }
    $script:ExitCode = 0
}

# What Invoke-Main does, where Microsoft Graph and its storage carry out what they are asked for.
function Invoke-Main {
    [CmdletBinding(SupportsShouldProcess)]
    param(
        [string[]] $Package, [string[]] $GroupId, [switch] $AllDevices, [switch] $Remove, [string] $Source,
        [string] $Schedule, [string] $At, [int] $Every, [switch] $Renews, [string] $FormerProduct
    )
    $script:Refusal = $null
    $script:Entries = @{}
    $script:Done = 0
    try { Invoke-Deployment @PSBoundParameters }
    catch {
        if (-not $script:Refusal) { throw }
        $key = if ($script:Refusal.Status) { 'deployRefused' } else { 'deployNoAnswer' }
        Write-Notice -Key $key -With ($script:Refusal + @{ Done = $script:Done; Count = $Package.Count })
        $script:ExitCode = 1
    }
}

$script:ExitCode = 70
if ($MyInvocation.InvocationName -ne '.') {
    Invoke-Installer -With @{
        Package = @($Package | Sort-Object -Unique); GroupId = @($GroupId | Sort-Object -Unique)
        AllDevices = $AllDevices; Remove = $Remove; Source = $PSScriptRoot; FormerProduct = $FormerProduct
        Schedule = $Schedule; At = $At; Every = $Every; Renews = $PSBoundParameters.ContainsKey('Schedule')
    }
    exit $script:ExitCode
}
