; Evenkeel's installer, for one person: it asks for no administrator, and writes below the person's own folder and HKEY_CURRENT_USER
; only. Profiles, settings and what is kept to go on after a crash are the person's: neither installing nor removing touches them.
;
; makensis -DVERSION=1.2.3 -DFILES=folder -DICON=app.ico -DOUT=setup.exe installer.nsi
; setup.exe /S installs without a question, /D=C:\folder (last, without quotes) chooses where; uninstall.exe /S removes it.

Unicode true
Target amd64-unicode
ManifestDPIAware true
ManifestSupportedOS Win10
SetCompressor /SOLID lzma

!include MUI2.nsh
!include FileFunc.nsh
!include WinVer.nsh

!define NAME "Evenkeel"
!define PROGID "Evenkeel.Profile.1"
!define CLASSES "Software\Classes"
!define APP_PATH "Software\Microsoft\Windows\CurrentVersion\App Paths\evenkeel.exe"
!define LISTED "Software\Microsoft\Windows\CurrentVersion\Uninstall\Evenkeel"
; To the desktop: file associations have changed (SHCNE_ASSOCCHANGED).
!define TELL_DESKTOP "System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'"

Name "${NAME}"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\${NAME}"
InstallDirRegKey HKCU "${LISTED}" "InstallLocation"
RequestExecutionLevel user
BrandingText "${NAME} ${VERSION}"
VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "${NAME}"
VIAddVersionKey "FileDescription" "${NAME} setup"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "CompanyName" "${NAME}"
VIAddVersionKey "LegalCopyright" "MIT or Apache-2.0"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_FINISHPAGE_RUN "$INSTDIR\evenkeel.exe"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"

; A program that runs cannot be written over. Silently there is nobody to ask: status 2, and nothing has been changed.
!macro MUST_BE_CLOSED
  again:
  ${If} ${FileExists} "$INSTDIR\evenkeel.exe"
    ClearErrors
    FileOpen $0 "$INSTDIR\evenkeel.exe" a
    ${If} ${Errors}
      MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "Evenkeel is open. Close its windows, then try again." /SD IDCANCEL IDRETRY again
      SetErrorLevel 2
      Quit
    ${EndIf}
    FileClose $0
  ${EndIf}
!macroend

Function .onInit
  ${IfNot} ${AtLeastWin10}
    MessageBox MB_OK|MB_ICONSTOP "Evenkeel needs Windows 10 or newer." /SD IDOK
    SetErrorLevel 2
    Quit
  ${EndIf}
  SetRegView 64
FunctionEnd

Function un.onInit
  SetRegView 64
FunctionEnd

Section
  !insertmacro MUST_BE_CLOSED
  SetShellVarContext current
  SetOutPath "$INSTDIR"
  File "${FILES}/evenkeel.exe"
  File "${FILES}/evenkeel.com"
  File "${FILES}/LICENSE-MIT.txt"
  File "${FILES}/LICENSE-APACHE.txt"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  ${If} ${Errors}
    MessageBox MB_OK|MB_ICONSTOP "The files could not be written to $INSTDIR." /SD IDOK
    SetErrorLevel 2
    Quit
  ${EndIf}

  CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\evenkeel.exe"
  ; So that "evenkeel" can be typed into the Start menu's "Run".
  WriteRegStr HKCU "${APP_PATH}" "" "$INSTDIR\evenkeel.exe"

  ; What a profile is, and what opens it. Another program that the person has chosen for it stays chosen.
  WriteRegStr HKCU "${CLASSES}\${PROGID}" "" "Evenkeel profile"
  WriteRegStr HKCU "${CLASSES}\${PROGID}\DefaultIcon" "" "$INSTDIR\evenkeel.exe,1"
  WriteRegStr HKCU "${CLASSES}\${PROGID}\shell\open" "FriendlyAppName" "${NAME}"
  WriteRegStr HKCU "${CLASSES}\${PROGID}\shell\open\command" "" '"$INSTDIR\evenkeel.exe" "%1"'
  WriteRegStr HKCU "${CLASSES}\.evenkeel" "" "${PROGID}"
  WriteRegStr HKCU "${CLASSES}\.evenkeel" "Content Type" "application/x-evenkeel+json"
  WriteRegStr HKCU "${CLASSES}\.evenkeel\OpenWithProgids" "${PROGID}" ""
  WriteRegStr HKCU "${CLASSES}\Applications\evenkeel.exe" "FriendlyAppName" "${NAME}"
  WriteRegStr HKCU "${CLASSES}\Applications\evenkeel.exe\SupportedTypes" ".evenkeel" ""
  WriteRegStr HKCU "${CLASSES}\Applications\evenkeel.exe\shell\open\command" "" '"$INSTDIR\evenkeel.exe" "%1"'

  ; The list of installed apps.
  WriteRegStr HKCU "${LISTED}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${LISTED}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${LISTED}" "Publisher" "${NAME}"
  WriteRegStr HKCU "${LISTED}" "DisplayIcon" "$INSTDIR\evenkeel.exe,0"
  WriteRegStr HKCU "${LISTED}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${LISTED}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${LISTED}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${LISTED}" "NoModify" 1
  WriteRegDWORD HKCU "${LISTED}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKCU "${LISTED}" "EstimatedSize" $0
  ${TELL_DESKTOP}
SectionEnd

Section "Uninstall"
  !insertmacro MUST_BE_CLOSED
  SetShellVarContext current
  Delete "$INSTDIR\evenkeel.exe"
  Delete "$INSTDIR\evenkeel.com"
  Delete "$INSTDIR\LICENSE-MIT.txt"
  Delete "$INSTDIR\LICENSE-APACHE.txt"
  Delete "$INSTDIR\uninstall.exe"
  ; Only when it is empty: whatever else lies there is the person's.
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\${NAME}.lnk"

  DeleteRegKey HKCU "${APP_PATH}"
  DeleteRegKey /ifempty HKCU "Software\Microsoft\Windows\CurrentVersion\App Paths"
  DeleteRegKey HKCU "${CLASSES}\${PROGID}"
  DeleteRegKey HKCU "${CLASSES}\Applications\evenkeel.exe"
  DeleteRegKey /ifempty HKCU "${CLASSES}\Applications"
  DeleteRegValue HKCU "${CLASSES}\.evenkeel\OpenWithProgids" "${PROGID}"
  DeleteRegKey /ifempty HKCU "${CLASSES}\.evenkeel\OpenWithProgids"
  ReadRegStr $0 HKCU "${CLASSES}\.evenkeel" ""
  ${If} $0 == "${PROGID}"
    DeleteRegValue HKCU "${CLASSES}\.evenkeel" ""
    DeleteRegValue HKCU "${CLASSES}\.evenkeel" "Content Type"
  ${EndIf}
  DeleteRegKey /ifempty HKCU "${CLASSES}\.evenkeel"
  DeleteRegKey HKCU "${LISTED}"
  ${TELL_DESKTOP}
SectionEnd
