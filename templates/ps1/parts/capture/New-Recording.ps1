# What a run of the detections asked and was answered; or, for a replay, what an earlier one was.
function New-Recording {
    [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseShouldProcessForStateChangingFunctions', '',
        Justification = 'Makes an object in memory.')]
    param([object[]] $Read = @(), [string[]] $Absent = @(), [switch] $IsReplay)
    $recording = @{
        Check    = ''
        IsReplay = [bool] $IsReplay
        Reads    = New-Object -TypeName 'System.Collections.Generic.List[object]'
        Places   = @{}
        Asked    = @{}
        Absent   = @{}
        Missing  = New-Object -TypeName 'System.Collections.Generic.List[string]'
    }
    foreach ($name in $Absent) { $recording.Absent[$name] = $true }
    foreach ($one in $Read) {
        $key = "$($one['command']) $(ConvertTo-CaptureText -Value $one['arguments'])"
        $recording.Places["$($one['check']) $key"] = $one
        # Whoever asked first stands for those who did not ask.
        if (-not $recording.Places.ContainsKey($key)) { $recording.Places[$key] = $one }
    }
    $recording
}
